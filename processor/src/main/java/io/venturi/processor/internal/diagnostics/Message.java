package io.venturi.processor.internal.diagnostics;

import java.util.Locale;

/**
 * Every message of the compiler: a stable id, the fact, the fix. {@code docs/errors.md} explains
 * each; ids from AE-200 on belong to the run time.
 */
public enum Message {
  // The spec itself: AE-001 to AE-009.
  SPEC_FORM(
      "AE-001",
      "%s is %s, but a spec's layers are abstract methods. Make it an interface or an abstract"
          + " class."),
  SPEC_INACCESSIBLE(
      "AE-002",
      "%s is private, or inside something private, so the network generated beside it cannot"
          + " implement it. Give it and what encloses it at least package access."),
  SPEC_GENERIC("AE-003", "%s has type parameters, which a network has no types for. Remove them."),
  SPEC_CONSTRUCTOR("AE-004", "%s %s. Give it a constructor without parameters%s."),
  SPEC_SEALED(
      "AE-005", "%s is sealed, so the network generated beside it cannot implement it. Unseal it."),
  SPEC_INNER(
      "AE-006",
      "%s is an inner class, so it needs an instance of the class around it. Make it static."),
  NETWORK_EXISTS(
      "AE-007",
      "%s is generated for %s, but there is such a class already. Rename the one or the other."),
  RESERVED_NAME(
      "AE-008", "Layer %s() has a name that the generated network needs for itself. Rename it."),
  MIRRORED_NAME(
      "AE-009", "Layer %s() has the name that the mirror of %s() gets. Rename one of the two."),

  // Sections and widths: AE-010 to AE-029.
  NO_BOTTLENECK(
      "AE-010",
      "%s has no @Bottleneck layer, so nothing says which output is the code. Mark the narrowest"
          + " layer with @Bottleneck."),
  SEVERAL_BOTTLENECKS(
      "AE-011",
      "@Bottleneck %s() is one too many: %s() is the bottleneck already. Make it @Encoder or"
          + " @Decoder."),
  BOTTLENECK_TOO_WIDE(
      "AE-012", "@Bottleneck %s() has %s, %s %s: it compresses nothing. %s, or add @Overcomplete."),
  SECTION_ORDER(
      "AE-013",
      "%s %s() comes %s @Bottleneck %s(), but layers stand in the order in which rows pass them."
          + " Move it, or change its section."),
  NO_DECODER(
      "AE-014",
      "%s has no @Decoder layer, so nothing reconstructs its input. Add one that is as wide as the"
          + " input, or set decoder = @Mirrored(...) in @Autoencoder."),
  DECODER_AND_MIRRORED(
      "AE-015",
      "%s mirrors its encoder and has @Decoder %s() beside. Remove @Mirrored or the @Decoder"
          + " layers."),
  SEVERAL_MIRRORED("AE-016", "%s has %d @Mirrored decoders, but takes one. Remove all but one."),
  OUTPUT_WIDTH(
      "AE-017",
      "The last layer %s() has %s outputs, but it reconstructs %s inputs. Make it %s wide."),
  NO_INPUT(
      "AE-018",
      "@Autoencoder of %s has an empty input shape. Give the number of features, or {height, width,"
          + " channels}."),
  INPUT_SIZE("AE-019", "@Autoencoder of %s has an input size of %d. Every size is at least 1."),
  INPUT_TOO_LARGE(
      "AE-020",
      "@Autoencoder of %s has an input of %s = %s values, more than the %d that a row can have. Use"
          + " a smaller shape."),
  TOO_MANY_PARAMETERS(
      "AE-021",
      "%s has %s parameters, more than the %s that fit in one vector. Use narrower layers."),
  FROM_DATA_AMONG_SIZES(
      "AE-022",
      "@Autoencoder of %s has FROM_DATA among other sizes, but data says how wide a row is, not how"
          + " an image is cut. Use FROM_DATA alone, or give every size."),
  BOTTLENECK_SHARE(
      "AE-023",
      "@Bottleneck %s() has a share of %s, %s: it compresses nothing. Use a share below %s, or add"
          + " @Overcomplete."),
  OUTPUT_NOT_FROM_DATA(
      "AE-024",
      "The last layer %s() is %s wide, but it reconstructs rows whose width the data gives. Make it"
          + " as wide as the input, as a @Dense without units and share is."),

  // Methods: AE-030 to AE-039.
  NO_SECTION(
      "AE-030", "Layer %s() is in no section. Add one of @Encoder, @Bottleneck and @Decoder."),
  SEVERAL_SECTIONS("AE-031", "Layer %s() is in several sections: %s. Keep one."),
  NO_LAYER("AE-032", "%s %s() does not say what it computes. Add a layer annotation like @Dense."),
  SEVERAL_LAYERS("AE-033", "Layer %s() has several layer annotations: %s. Keep one."),
  NOT_A_LAYER(
      "AE-034",
      "%s() is abstract but no layer, so generated code cannot implement it. Add a section and a"
          + " layer annotation, or give it a body."),
  NOT_ABSTRACT(
      "AE-035",
      "%s %s() has a body, but generated code implements layers. Make it abstract, or remove the"
          + " annotation."),
  METHOD_PARAMETERS("AE-036", "Layer %s() has parameters. Remove them."),
  RETURN_TYPE("AE-037", "Layer %s() returns %s. Make it return io.venturi.annotation.Layer."),
  GENERIC_METHOD("AE-038", "Layer %s() has type parameters. Remove them."),
  AMBIGUOUS_METHOD(
      "AE-039",
      "%s() is inherited from %s and from %s. Declare it in %s to say which layer it is."),

  // Values: AE-040 to AE-049.
  OUT_OF_RANGE("AE-040", "%s of %s is %s. Use a value in %s."),
  NOT_A_NUMBER("AE-041", "%s of %s is NaN. Use a number%s."),
  WRONG_TYPE(
      "AE-042",
      "%s does not implement %s, so it cannot be the %s of %s. Implement it, or name another"
          + " class."),
  CLASS_INACCESSIBLE(
      "AE-043", "%s cannot be seen from the package of %s. Make it and what encloses it public."),
  CLASS_ABSTRACT("AE-044", "%s is abstract, so no instance can be made. Name a concrete class."),
  CLASS_INNER(
      "AE-045",
      "%s is an inner class, so it needs an instance of the class around it. Make it static."),
  CLASS_CONSTRUCTOR("AE-046", "%s %s. Give it a constructor without parameters%s."),
  CLASS_GENERIC(
      "AE-047", "%s has type parameters, which a spec has no types for. Name a class without any."),

  // Losses and types: AE-050 to AE-059.
  NO_LOSS(
      "AE-050", "%s has no loss. Add one, such as @MeanSquaredError of io.venturi:venturi-losses."),
  SEVERAL_LOSSES("AE-051", "%s has several losses: %s. Keep one."),
  LOSS_OUTPUT(
      "AE-052",
      "%s takes reconstructions in %s, but the last layer %s() ends in %s, whose values lie in %s."
          + " Use an activation whose @Codomain lies in %s%s, or another loss."),
  NOISE_WITHOUT_TYPE(
      "AE-053",
      "%s is noise, but nothing in %s corrupts its input. Add a type that applies noise, such as"
          + " @Denoising of io.venturi:venturi-denoising, or remove it."),
  HOOK_CLAIMED_TWICE("AE-054", "%s and %s both %s, so they do not compose. Keep one of them."),
  TYPE_WITHOUT_NOISE(
      "AE-055",
      "%s applies noise, but %s has none. Add a noise annotation, such as @GaussianNoise of"
          + " io.venturi:venturi-noise, or remove it."),

  CODE_RANGE(
      "AE-056",
      "%s takes codes in %s, but the bottleneck %s() ends in %s, whose values lie in %s. Use an"
          + " activation whose @Codomain lies in %s%s."),
  CODE_NOT_LINEAR(
      "AE-057",
      "%s needs codes that can be any number, but the bottleneck %s() ends in %s. Use Linear."),

  NO_JACOBIAN(
      "AE-058",
      "%s needs the derivatives of every encoder layer, but %s does not offer its own. Use others in"
          + " the encoder, such as @Dense, or remove %s."),
  NO_SECOND_DERIVATIVE(
      "AE-059",
      "%s needs the second derivatives of every activation in the encoder, but %s of %s() has none."
          + " Use one that implements io.venturi.kernel.TwiceDifferentiable, such as Tanh or Relu."),

  // Layer plugins: AE-060 to AE-069.
  NO_LAYER_PROCESSOR(
      "AE-060",
      "%s has no processor half on the processor path. Add %s there, beside venturi-processor."),
  SEVERAL_LAYER_PROCESSORS(
      "AE-061",
      "%s has more than one processor half on the processor path: %s. Remove all but one."),
  LAYER_PROCESSOR_FAILED(
      "AE-062", "%s failed on %s: %s. This is a fault of the plugin: report it to its authors."),
  LAYER_PROCESSOR_NOT_LOADED(
      "AE-063",
      "A LayerProcessor on the processor path could not be loaded: %s. Repair or remove its jar."),
  LAYER_REFUSED("AE-064", "%s %s. %s"),
  CLASS_NOT_FOUND(
      "AE-065", "%s needs %s, which is not on the class path. Add %s to the dependencies."),
  SEVERAL_NUMBERS(
      "AE-066",
      "A type of this spec needs %d numbers for each unit of the code, which %s cannot make. Use"
          + " @Dense for the bottleneck."),

  // Names that stand for nothing: AE-070 to AE-079.
  UNKNOWN_NAME("AE-070", "%s is not known. %s"),
  INCOMPLETE_BASE(
      "AE-071",
      "%s inherits from %s, which names a class that is not on the class path. Add what it was"
          + " compiled against to the dependencies."),

  // Types and losses together: AE-080 to AE-089.
  NO_LIKELIHOOD(
      "AE-080",
      "%s weighs the loss against a divergence in nats, but %s is no log-likelihood summed over a"
          + " row. Use one, such as @BernoulliLikelihood or @GaussianLikelihood of"
          + " io.venturi:venturi-losses."),
  LOSS_ACTIVATION(
      "AE-081",
      "%s needs a last layer that ends in %s, but %s() ends in %s. End it in %s, or use another"
          + " loss."),
  NEEDS_IMAGE(
      "AE-082",
      "%s needs images, but the input of %s is %s. Set input = {height, width, channels}, or use"
          + " another in its place."),
  LOSS_WINDOW("AE-083", "%s of %s is %d, but %s. Use %s."),
  TOO_LARGE("AE-084", "%s of %s is %s, but %s. Use %d at most."),
  NOT_BELOW(
      "AE-085", "%s of %s is %s, but must be below its %s, which is %s. Change one of the two."),
  TOO_MANY_ELEMENTS("AE-086", "%s of %s has %d elements, but takes %d at most. Remove the others."),
  NO_OPTION(
      "AE-087", "%s works in ways of which at least one is to be chosen: %s. Set one of them."),
  DEPENDENT_OUTPUT(
      "AE-088",
      "%s takes the values of a row as independent of one another, but the last layer %s() ends in"
          + " %s, where each depends on all. Use an activation that works value by value%s, or"
          + " another loss."),
  RULE_NAMES_NOTHING(
      "AE-089",
      "%s has a rule for its %s, %s, that does not compare two numbers. This is a fault of the"
          + " plugin: report it to its authors."),

  // Types and the decoder: AE-090 to AE-094.
  TIED_DECODER(
      "AE-090",
      "%s changes the decoder's weights, but the decoder of %s is tied: its weights are the"
          + " encoder's. Leave out one of the two."),
  ;

  private final String id;
  private final String template;

  Message(String id, String template) {
    this.id = id;
    this.template = template;
  }

  /** The stable id, such as {@code AE-012}. */
  public String id() {
    return id;
  }

  /** The message with its facts filled in, beginning with its id in brackets. */
  public String with(Object... facts) {
    return "[" + id + "] " + String.format(Locale.ROOT, template, facts);
  }
}
