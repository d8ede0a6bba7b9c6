package io.venturi.runtime;

import com.google.inject.Injector;
import io.venturi.error.Message;
import io.venturi.error.PluginException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plugins' applications, each made when it is first asked for. */
final class Applications {

  private final Map<Class<?>, Contribution> offered = new HashMap<>();
  private final Map<Class<?>, Object> made = new HashMap<>();
  private final Injector injector;

  Applications(List<Contribution> contributions, Injector injector) {
    for (Contribution each : contributions) {
      if (each.kind() == Contribution.Kind.APPLICATION) {
        offered.put(each.key(), each);
      }
    }
    this.injector = injector;
  }

  /** The one of this class. */
  synchronized <A> A get(Class<A> application) {
    @Nullable Contribution contribution = offered.get(application);
    if (contribution == null) {
      throw new PluginException(
          Message.NO_APPLICATION,
          application.getName(),
          offered.isEmpty()
              ? "none at all"
              : offered.keySet().stream()
                  .map(Class::getSimpleName)
                  .collect(Collectors.toCollection(TreeSet::new))
                  .stream()
                  .collect(Collectors.joining(", ")));
    }
    Object instance = made.get(application);
    if (instance == null) {
      instance = contribution.make(injector);
      made.put(application, instance);
    }
    return application.cast(instance);
  }
}
