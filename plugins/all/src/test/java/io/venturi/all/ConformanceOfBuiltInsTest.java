package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LossFactory;
import io.venturi.spi.NoiseFactory;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;
import io.venturi.testkit.Conformance;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every part that Venturi brings passes the kit that it offers to authors of plugins. */
class ConformanceOfBuiltInsTest {

  /** Two shards or three, and with groups of 32 a single row behind whole groups. */
  private static final int MANY_ROWS = 193;

  private static final String GRADIENTS =
      "objective and gradients agree with the formulas in double";

  private static final String BITS = "same seed, same bits, on any number of threads";
  private static final String ALLOCATION = "a training step allocates nothing";

  private static final List<Class<?>> SPECS =
      List.of(
          Specs.LinearSpec.class,
          Specs.ReluSpec.class,
          Specs.SigmoidSpec.class,
          Specs.TanhSpec.class,
          Specs.SwishSpec.class,
          Specs.GeluSpec.class,
          Specs.LeakyReluSpec.class,
          Specs.EluSpec.class,
          Specs.SoftplusSpec.class,
          Specs.SoftmaxSpec.class,
          Specs.CrossEntropySpec.class,
          Specs.TiedSpec.class,
          Specs.MirroredSpec.class,
          Specs.TableSpec.class,
          Specs.TiedTableSpec.class,
          Specs.OvercompleteTableSpec.class,
          NormalizedSpecs.BatchNormalizationSpec.class,
          NormalizedSpecs.LayerNormalizationSpec.class,
          NormalizedSpecs.DropoutSpec.class,
          NormalizedSpecs.NormalizedMirrorSpec.class,
          NormalizedSpecs.NormalizedTableSpec.class,
          LossSpecs.AbsoluteSpec.class,
          LossSpecs.HuberSpec.class,
          LossSpecs.LogCoshSpec.class,
          LossSpecs.PoissonSpec.class,
          LossSpecs.CategoricalSpec.class,
          LossSpecs.CosineSpec.class,
          LossSpecs.CosineShareSpec.class,
          LossSpecs.SimilaritySpec.class,
          ImageSpecs.WrittenOut.class,
          ImageSpecs.MirroredConvolutions.class,
          ImageSpecs.TiedConvolutions.class,
          ImageSpecs.Pooling.class,
          DenoisingTest.Everything.class,
          MissingValuesEndToEndTest.Masked.class,
          ContractiveSpecs.OneLayerSpec.class,
          ContractiveSpecs.SmoothSpec.class,
          ContractiveSpecs.SharesSpec.class,
          ContractiveSpecs.SofterTableSpec.class,
          ContractiveSpecs.EstimatedSpec.class,
          ContractiveSpecs.PiecewiseSpec.class,
          ContractiveSpecs.TiedSpec.class,
          ContractiveImageSpecs.ConvolutionSpec.class,
          ContractiveImageSpecs.EveryLayerSpec.class,
          ContractiveImageSpecs.PiecewiseSpec.class,
          HeldSpecs.HeldImages.class,
          HeldSpecs.HeldMirror.class,
          DetectorSpecs.TrimmedNineSpec.class,
          SparseSpecs.KlSpec.class,
          SparseSpecs.L1Spec.class,
          SparseSpecs.TopKSpec.class,
          SparseSpecs.AllSpec.class,
          VariationalSpecs.Plain.class,
          VariationalSpecs.FreeBits.class,
          VariationalSpecs.Held.class,
          VariationalSpecs.Fixed.class,
          VariationalSpecs.One.class,
          VariationalSpecs.Each.class,
          VariationalSpecs.Denoised.class,
          VariationalSpecs.Table.class);

  /** Layers of which a training batch takes several shards. */
  private static final List<Class<?>> LARGE =
      List.of(
          Specs.ManyShardsSpec.class,
          NormalizedSpecs.ManyShardsNormalizedSpec.class,
          ImageSpecs.ManyShards.class);

  /** Types of which it does; wide, so that codes saturate and floats are not enough to compare. */
  private static final List<Class<?>> LARGE_TYPES =
      List.of(
          ContractiveSpecs.ManyShardsSpec.class,
          ContractiveImageSpecs.ManyShardsSpec.class,
          SparseSpecs.ManyShardsSpec.class,
          HeldSpecs.Held.class);

  static List<Class<?>> large() {
    return Stream.concat(LARGE.stream(), LARGE_TYPES.stream()).toList();
  }

  @TestFactory
  Stream<DynamicContainer> conform() {
    return SPECS.stream().map(spec -> container(spec, conformance(spec).tests()));
  }

  /** What shards leave is added up, and layers know which rows of the batch they have. */
  @TestFactory
  Stream<DynamicContainer> conformInShards() {
    return LARGE.stream()
        .map(spec -> container(spec, some(conformance(spec).batch(MANY_ROWS), GRADIENTS, BITS)));
  }

  @TestFactory
  Stream<DynamicContainer> typesConformInShards() {
    return LARGE_TYPES.stream()
        .map(spec -> container(spec, some(conformance(spec), ALLOCATION, BITS)));
  }

  /** Those tests that say most where shards are added up; others are for small specs. */
  private static Stream<DynamicTest> some(Conformance conformance, String... names) {
    List<DynamicTest> tests =
        conformance.tests().filter(test -> List.of(names).contains(test.getDisplayName())).toList();
    assertThat(tests).hasSameSizeAs(names);
    return tests.stream();
  }

  private static DynamicContainer container(Class<?> spec, Stream<DynamicTest> tests) {
    return DynamicContainer.dynamicContainer(spec.getSimpleName(), tests);
  }

  private static Conformance conformance(Class<?> spec) {
    Conformance conformance = Conformance.of(spec).loss(LossFormulas.of(spec));
    TypeFormulas.state(spec, conformance);
    ImageFormulas.state(conformance);
    return conformance;
  }

  @ParameterizedTest
  @MethodSource("large")
  void manyRowsAreSeveralShards(Class<?> spec) {
    int width = Venturi.create().trainer(spec).objective().network().description().inputs();
    Dataset rows = Dataset.of(new float[MANY_ROWS][width]);
    try (Model<?> model =
        Venturi.create().trainer(spec).batchSize(MANY_ROWS).epochs(1).fit(rows).model()) {
      assertThat(Integer.parseInt(model.provenance().facts().getOrDefault("shardRows", "")))
          .isLessThanOrEqualTo(MANY_ROWS / 2);
    }
  }

  /** A new plugin is not to be forgotten here. */
  @Test
  void nothingIsLeftOut() {
    Set<Class<?>> used = new HashSet<>();
    for (Class<?> spec : SPECS) {
      note(spec.getAnnotations(), used);
      for (Method layer : spec.getMethods()) {
        note(layer.getAnnotations(), used);
      }
    }
    BuiltIns builtIns = new BuiltIns();
    ServiceLoader.load(VenturiPlugin.class).forEach(plugin -> plugin.contribute(builtIns));

    assertThat(builtIns.annotations).hasSizeGreaterThan(30);
    assertThat(used).containsAll(builtIns.annotations);
  }

  private static void note(Annotation[] annotations, Set<Class<?>> used) {
    for (Annotation annotation : annotations) {
      used.add(annotation.annotationType());
    }
  }

  /** What the plugins on the class path contribute. */
  private static final class BuiltIns implements PluginBinder {

    final Set<Class<?>> annotations = new HashSet<>();

    /** Applications have no annotation: their own tests hold them. */
    @Override
    public void application(Class<?> application) {}

    @Override
    public <A extends Annotation> void loss(
        Class<A> annotation, Class<? extends LossFactory<? super A>> factory) {
      annotations.add(annotation);
    }

    @Override
    public <A extends Annotation> void noise(
        Class<A> annotation, Class<? extends NoiseFactory<? super A>> factory) {
      annotations.add(annotation);
    }

    @Override
    public <A extends Annotation> void autoencoderType(
        Class<A> annotation, Class<? extends AutoencoderTypeFactory<? super A>> factory) {
      annotations.add(annotation);
    }

    @Override
    public <A extends Annotation> void layer(
        Class<A> annotation, Class<? extends LayerFactory> factory) {
      annotations.add(annotation);
    }
  }
}
