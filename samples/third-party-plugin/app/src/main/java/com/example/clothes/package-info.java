/** Mends and invents pictures of clothes. */
package com.example.clothes;
