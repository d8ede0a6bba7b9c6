package io.venturi.runtime;

import io.venturi.application.Models;
import io.venturi.model.Model;
import io.venturi.model.ModelFile;
import io.venturi.model.Provenance;
import io.venturi.model.Use;
import io.venturi.spi.GeneratedNetwork;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.train.Trainer;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Trainers and models of what the plugins of one class loader contribute. */
final class RuntimeModels implements Models {

  private final ClassLoader loader;
  private final Contributions contributions;
  private final SpecResolver resolver;

  @Inject
  RuntimeModels(ClassLoader loader, Contributions contributions, SpecResolver resolver) {
    this.loader = loader;
    this.contributions = contributions;
    this.resolver = resolver;
  }

  @Override
  public <S> Trainer<S> trainer(Class<S> spec) {
    Objects.requireNonNull(spec, "spec");
    return new Trainer<>(resolver.resolve(spec));
  }

  @Override
  public <S> Model<S> load(Path path, Class<S> spec) {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(spec, "spec");
    return load(ModelFile.read(path), spec);
  }

  @Override
  public <S> Model<S> load(ModelFile file, Class<S> spec) {
    Objects.requireNonNull(spec, "spec");
    Path path = file.path();
    int inputs = file.network().inputs();
    if (resolver.takesWidthFromData(spec)) { // Then the file must not say how much to allocate.
      file.requireLayersOf(resolver.description(spec, inputs));
      assembler(path).check(file.network(), file.values());
    }
    Use use = new FileUse(contributions, loader, path, file).use();
    GeneratedNetwork<S, ?> network = resolver.network(spec, inputs);
    fill(network, file, use);
    return Model.of(network, file.provenance(), use);
  }

  @Override
  public Model<Network<?>> load(Path path) {
    Objects.requireNonNull(path, "path");
    ModelFile file = ModelFile.read(path);
    Network<?> network = assembler(path).assemble(file.network(), file.values());
    Use use = new FileUse(contributions, loader, path, file).use();
    fill(network, file, use);
    return Model.ofNetwork(network, file.provenance(), use);
  }

  private static void fill(Network<?> network, ModelFile file, Use use) {
    addLoss(network, use);
    file.into(network);
  }

  private static void addLoss(Network<?> network, Use use) {
    if (use.loss() != null) {
      network.parameters().addLoss(use.loss().parameters(network.description().inputs()));
    }
  }

  @Override
  public Model<Network<?>> untrained(Model<?> model, long seed) {
    NetworkDescription description = model.description();
    Network<?> network =
        assembler(Path.of(description.simpleName())).assemble(description, Integer.MAX_VALUE);
    addLoss(network, model.use());
    network.parameters().initialize(seed);
    return Model.ofNetwork(
        network, new Provenance(Map.of("seed", Long.toString(seed))), model.use());
  }

  private NetworkAssembler assembler(Path path) {
    return new NetworkAssembler(contributions, loader, path);
  }
}
