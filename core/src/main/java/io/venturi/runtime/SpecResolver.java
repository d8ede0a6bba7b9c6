package io.venturi.runtime;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.LossKind;
import io.venturi.annotation.MissingValues;
import io.venturi.annotation.NoiseKind;
import io.venturi.annotation.Vanilla;
import io.venturi.data.Gaps;
import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.error.VenturiException;
import io.venturi.model.AnnotationEntry;
import io.venturi.model.AnnotationEntry.Role;
import io.venturi.model.ResolvedSpec;
import io.venturi.model.SpecBinding;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.Corruption;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.Loss;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.SpecContext;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Finds a spec's generated network and asks the plugins for what its annotations stand for. */
final class SpecResolver {

  /** Which plugins a spec needs does not depend on its width. */
  private static final int ANY_WIDTH = 1;

  private final Contributions contributions;

  @Inject
  SpecResolver(Contributions contributions) {
    this.contributions = contributions;
  }

  <S> ResolvedSpec<S> resolve(Class<S> spec) {
    Blueprint blueprint = blueprint(spec);
    contributions.requireAll(blueprint.at(ANY_WIDTH));
    return blueprint.takesWidthFromData()
        ? new OfAnyWidth<>(spec, inputs -> bind(spec, blueprint, inputs))
        : bind(spec, blueprint, ANY_WIDTH);
  }

  private <S> SpecBinding<S> bind(Class<S> spec, Blueprint blueprint, int inputs) {
    NetworkDescription network = blueprint.at(inputs);
    Context context = new Context(network, noises(spec, network));
    List<AutoencoderType> types = new ArrayList<>();
    List<AnnotationEntry> annotations = new ArrayList<>();
    Annotation loss = null;
    for (Annotation annotation : spec.getAnnotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      AutoencoderKind kind = type.getAnnotation(AutoencoderKind.class);
      if (kind != null) {
        AutoencoderType made = contributions.type(annotation, kind.runtime(), context);
        types.add(made);
        boolean isInUse = made.codeTransform().isPresent();
        annotations.add(AnnotationEntry.of(Role.TYPE, annotation, isInUse));
      } else if (type.isAnnotationPresent(NoiseKind.class)) {
        annotations.add(AnnotationEntry.of(Role.NOISE, annotation, false));
      } else if (type.isAnnotationPresent(LossKind.class)) {
        loss = annotation;
      }
    }
    if (types.isEmpty()) {
      Vanilla vanilla = Default.class.getAnnotation(Vanilla.class);
      types.add(contributions.type(vanilla, "io.venturi:venturi-core", context));
    }
    if (loss == null) {
      throw new SpecException(Message.NO_LOSS, spec.getName());
    }
    LossKind lossKind = loss.annotationType().getAnnotation(LossKind.class);
    Loss made = contributions.loss(loss, lossKind.runtime(), context);
    annotations.add(AnnotationEntry.of(Role.LOSS, loss, !made.parameters(inputs).isEmpty()));
    return new SpecBinding<>(
        spec,
        () -> network(spec, inputs, made),
        made,
        loss.annotationType().getSimpleName(),
        lossKind.target(),
        types,
        annotations,
        gaps(spec));
  }

  private static Gaps gaps(Class<?> spec) {
    MissingValues missing = spec.getAnnotation(MissingValues.class);
    if (missing == null) {
      return Gaps.REFUSED;
    }
    float fill = (float) missing.fill();
    if (!Float.isFinite(fill)) {
      throw new SpecException(
          Message.HYPERPARAMETER, "fill of @MissingValues", missing.fill(), "a finite float");
    }
    return Gaps.filledWith(fill);
  }

  private <S> GeneratedNetwork<S, ?> network(Class<S> spec, int inputs, Loss loss) {
    GeneratedNetwork<S, ?> network = network(spec, inputs);
    network.parameters().addLoss(loss.parameters(network.description().inputs()));
    return network;
  }

  private List<Corruption> noises(Class<?> spec, NetworkDescription network) {
    List<Corruption> noises = new ArrayList<>();
    for (Annotation annotation : spec.getAnnotations()) {
      NoiseKind kind = annotation.annotationType().getAnnotation(NoiseKind.class);
      if (kind != null) {
        noises.add(contributions.noise(annotation, kind.runtime(), network));
      }
    }
    return List.copyOf(noises);
  }

  /**
   * What a spec's network is, without making one. Java leaves annotations whose class is not there
   * out without a word; this remembers them, and loads where the layers' kernels do not.
   */
  private static Blueprint blueprint(Class<?> spec) {
    if (!spec.isAnnotationPresent(Autoencoder.class)) {
      throw new SpecException(Message.NOT_A_SPEC, spec.getName());
    }
    String name = networkName(spec);
    try {
      return Blueprint.of(instance(name + "$Description", spec.getClassLoader()));
    } catch (ClassNotFoundException e) {
      boolean hasNetwork = isPresent(name, spec.getClassLoader());
      throw hasNetwork
          ? failed(name, e)
          : new SpecException(e, Message.NO_NETWORK, spec.getName(), name);
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      throw failed(name, e);
    }
  }

  /** What a spec's network is at this width, which one of fixed width does not look at. */
  NetworkDescription description(Class<?> spec, int inputs) {
    return blueprint(spec).at(inputs);
  }

  /** Whether a spec leaves its width to the data. */
  boolean takesWidthFromData(Class<?> spec) {
    return blueprint(spec).takesWidthFromData();
  }

  /**
   * A new generated network of a spec, its parameters zero.
   *
   * @param inputs how wide its input is, if the spec leaves that to the data
   * @throws SpecException if the spec does not work at that width
   * @throws io.venturi.error.PluginException if it cannot be made because a layer's plugin is
   *     missing
   */
  @SuppressWarnings("unchecked") // The class that the processor wrote for S.
  <S> GeneratedNetwork<S, ?> network(Class<S> spec, int inputs) {
    Blueprint blueprint = blueprint(spec);
    String name = networkName(spec);
    try {
      return (GeneratedNetwork<S, ?>)
          (blueprint.takesWidthFromData()
              ? instance(name, spec.getClassLoader(), inputs)
              : instance(name, spec.getClassLoader()));
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      if (reason(e) instanceof VenturiException refusal) {
        throw refusal;
      }
      if (reason(e) instanceof LinkageError) {
        contributions.requireLayers(blueprint.at(inputs));
      }
      throw failed(name, e);
    }
  }

  /** By the constructor that takes these sizes. */
  private static Object instance(String className, ClassLoader loader, Integer... sizes)
      throws ReflectiveOperationException {
    Class<?>[] types = new Class<?>[sizes.length];
    Arrays.fill(types, int.class);
    Constructor<?> constructor =
        Class.forName(className, true, loader).getDeclaredConstructor(types);
    constructor.setAccessible(true); // A package-private spec's network is package-private.
    return constructor.newInstance((Object[]) sizes);
  }

  private static boolean isPresent(String className, ClassLoader loader) {
    try {
      return Class.forName(className, false, loader) != null;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static @Nullable Throwable reason(Throwable failure) {
    return failure instanceof InvocationTargetException ? failure.getCause() : failure;
  }

  private static SpecException failed(String network, Throwable failure) {
    return new SpecException(
        failure, Message.NETWORK_FAILED, network, String.valueOf(reason(failure)));
  }

  /** {@code Outer$Spec} → {@code Outer_Spec_Network}, in the same package. */
  private static String networkName(Class<?> spec) {
    String binary = spec.getName();
    int simple = binary.lastIndexOf('.') + 1;
    StringBuilder nested = new StringBuilder(spec.getSimpleName());
    for (Class<?> outer = spec.getEnclosingClass();
        outer != null;
        outer = outer.getEnclosingClass()) {
      nested.insert(0, outer.getSimpleName() + "_");
    }
    return binary.substring(0, simple) + nested + "_Network";
  }

  /** What a spec without a type annotation is. */
  @Vanilla
  private static final class Default {}

  private record OfAnyWidth<S>(Class<S> spec, IntFunction<SpecBinding<S>> binding)
      implements ResolvedSpec<S> {

    @Override
    public boolean takesWidthFromData() {
      return true;
    }

    @Override
    public SpecBinding<S> at(int inputs) {
      return binding.apply(inputs);
    }
  }

  private record Context(NetworkDescription network, List<Corruption> noises)
      implements SpecContext {}
}
