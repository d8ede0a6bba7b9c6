package io.venturi.all;

import io.venturi.kernel.Tensor;
import io.venturi.runtime.Venturi;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.Scratch;
import io.venturi.spi.SpecContext;
import io.venturi.spi.VenturiPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Contributes {@link Paired}, in runtimes that ask for it. */
public final class PairedPlugin implements VenturiPlugin {

  /** A runtime that finds this plugin beside all others. */
  static Venturi runtime(Path folder) {
    try {
      Path services = Files.createDirectories(folder.resolve("META-INF/services"));
      Files.writeString(
          services.resolve(VenturiPlugin.class.getName()), PairedPlugin.class.getName());
      URL[] places = {folder.toUri().toURL()};
      return Venturi.create(new URLClassLoader(places, PairedPlugin.class.getClassLoader()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.autoencoderType(Paired.class, Factory.class);
  }

  /** Makes the type. */
  static final class Factory implements AutoencoderTypeFactory<Paired> {

    Factory() {}

    @Override
    public AutoencoderType create(Paired annotation, SpecContext context) {
      return new AutoencoderType() {
        @Override
        public Optional<CodeTransform> codeTransform() {
          return Optional.of(new Sum());
        }
      };
    }
  }

  /** The first number of a unit plus its second. */
  private static final class Sum implements CodeTransform {

    @Override
    public void forward(Tensor code, Tensor latent, int rows, BatchContext step) {
      inUse(code, latent, rows, step.scratch());
    }

    @Override
    public void backward(
        Tensor code, Tensor latentGradient, Tensor codeGradient, int rows, BatchContext step) {
      int units = latentGradient.columns();
      float[] latents = new float[rows * units];
      float[] codes = new float[2 * latents.length];
      latentGradient.read(0, latents, latents.length);
      for (int i = 0; i < codes.length; i++) {
        codes[i] = latents[i / (2 * units) * units + i % units];
      }
      codeGradient.write(0, codes, codes.length);
    }

    @Override
    public void inUse(Tensor code, Tensor latent, int rows, Scratch scratch) {
      int units = latent.columns();
      float[] latents = new float[rows * units];
      float[] codes = new float[2 * latents.length];
      code.read(0, codes, codes.length);
      for (int i = 0; i < codes.length; i++) {
        latents[i / (2 * units) * units + i % units] += codes[i];
      }
      latent.write(0, latents, latents.length);
    }
  }
}
