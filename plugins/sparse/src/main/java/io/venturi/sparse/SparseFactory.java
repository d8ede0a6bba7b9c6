package io.venturi.sparse;

import io.venturi.error.Message;
import io.venturi.error.SpecException;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.AutoencoderTypeFactory;
import io.venturi.spi.CodeMonitor;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.SpecContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the type of {@link Sparse}. */
final class SparseFactory implements AutoencoderTypeFactory<Sparse> {

  SparseFactory() {}

  @Override
  public AutoencoderType create(Sparse annotation, SpecContext context) {
    NetworkDescription network = context.network();
    KullbackLeibler kl = only("kl", annotation.kl(), network);
    L1 l1 = only("l1", annotation.l1(), network);
    TopK topK = only("topK", annotation.topK(), network);
    if (kl == null && l1 == null && topK == null) {
      throw unfit(
          network,
          "makes codes sparse in a way that is chosen",
          "neither kl nor l1 nor topK is set",
          "set one, such as l1 = @L1(weight = 1e-4)");
    }
    int units = network.latentSize();
    if (topK != null && topK.k() > units) {
      throw unfit(
          network,
          "keeps the " + topK.k() + " largest activations of a row",
          "the code has " + units + (units == 1 ? " unit" : " units"),
          "set a smaller k, or more units");
    }
    LargestOfRow largest = topK == null ? null : new LargestOfRow(topK.k());
    MeanTarget target = kl == null ? null : MeanTarget.of(kl);
    return new Hooks(
        Optional.ofNullable(largest).map(TopKTransform::new),
        target == null && l1 == null
            ? Optional.empty()
            : Optional.of(new SparsityPenalty(target, l1, largest)),
        largest);
  }

  private static <A> @Nullable A only(String name, A[] elements, NetworkDescription network) {
    if (elements.length > 1) {
      throw unfit(
          network, "takes one element of " + name, "it has " + elements.length, "keep one of them");
    }
    return elements.length == 0 ? null : elements[0];
  }

  private static SpecException unfit(
      NetworkDescription network, String what, String fault, String fix) {
    return new SpecException(Message.TYPE_UNFIT, network.simpleName(), "Sparse", what, fault, fix);
  }

  private record Hooks(
      Optional<CodeTransform> codeTransform,
      Optional<CodePenalty> codePenalty,
      @Nullable LargestOfRow largest)
      implements AutoencoderType {

    @Override
    public Optional<CodeMonitor> codeMonitor() {
      return Optional.of(new SparsityMonitor(largest));
    }
  }
}
