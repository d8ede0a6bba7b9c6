package io.venturi.runtime;

/** Has the name of a generated network and is none. */
@SuppressWarnings("TypeName")
final class SpecResolverTest_Foreign_Network {}
