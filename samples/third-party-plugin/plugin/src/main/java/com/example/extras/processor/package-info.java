/** What the compiler needs to know of this plugin: loaded on the processor path alone. */
package com.example.extras.processor;
