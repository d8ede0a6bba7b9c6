package io.venturi.runtime;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.LossKind;
import io.venturi.annotation.Vanilla;
import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.model.SpecBinding;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.GeneratedNetwork;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds a spec's generated network and asks the plugins for what its annotations stand for. */
final class SpecResolver {

  private final Contributions contributions;

  @Inject
  SpecResolver(Contributions contributions) {
    this.contributions = contributions;
  }

  <S> SpecBinding<S> resolve(Class<S> spec) {
    GeneratedNetwork<S, ?> network = network(spec);
    requirePlugins(spec, network.description().contributions());
    List<AutoencoderType> types = new ArrayList<>();
    Annotation loss = null;
    for (Annotation annotation : spec.getAnnotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      AutoencoderKind kind = type.getAnnotation(AutoencoderKind.class);
      if (kind != null) {
        types.add(contributions.type(spec.getSimpleName(), annotation, kind.runtime()));
      } else if (type.isAnnotationPresent(LossKind.class)) {
        loss = annotation;
      }
    }
    if (types.isEmpty()) {
      Vanilla vanilla = Default.class.getAnnotation(Vanilla.class);
      types.add(contributions.type(spec.getSimpleName(), vanilla, "io.venturi:venturi-core"));
    }
    if (loss == null) {
      throw new SpecException(Message.NO_LOSS, spec.getName());
    }
    LossKind lossKind = loss.annotationType().getAnnotation(LossKind.class);
    return new SpecBinding<>(
        spec,
        () -> network(spec),
        contributions.loss(spec.getSimpleName(), loss, lossKind.runtime()),
        loss.annotationType().getSimpleName(),
        lossKind.target(),
        types);
  }

  /**
   * Java leaves annotations whose class is not there out without a word; the generated network
   * remembers them.
   */
  private void requirePlugins(Class<?> spec, Map<String, String> needed) {
    needed.forEach(
        (annotation, artifact) -> {
          if (!contributions.hasLoss(annotation) && !contributions.hasType(annotation)) {
            throw contributions.missing(spec.getSimpleName(), annotation, artifact);
          }
        });
  }

  /** A new generated network of a spec, its parameters zero. */
  @SuppressWarnings("unchecked") // The class that the processor wrote for S.
  <S> GeneratedNetwork<S, ?> network(Class<S> spec) {
    if (!spec.isAnnotationPresent(Autoencoder.class)) {
      throw new SpecException(Message.NOT_A_SPEC, spec.getName());
    }
    String name = networkName(spec);
    try {
      Constructor<?> constructor =
          Class.forName(name, true, spec.getClassLoader()).getDeclaredConstructor();
      constructor.setAccessible(true); // A package-private spec's network is package-private.
      return (GeneratedNetwork<S, ?>) constructor.newInstance();
    } catch (ClassNotFoundException e) {
      throw new SpecException(e, Message.NO_NETWORK, spec.getName(), name);
    } catch (InvocationTargetException e) {
      throw new SpecException(e, Message.NETWORK_FAILED, name, String.valueOf(e.getCause()));
    } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
      throw new SpecException(e, Message.NETWORK_FAILED, name, e.toString());
    }
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
}
