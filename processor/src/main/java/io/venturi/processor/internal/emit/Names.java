package io.venturi.processor.internal.emit;

import com.palantir.javapoet.ClassName;
import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.ir.ClassRef;

/** Names of types as JavaPoet takes them. */
final class Names {

  static final ClassName ACTIVATION = core(CoreNames.ACTIVATION);
  static final ClassName ACTIVATIONS = core(CoreNames.ACTIVATIONS);
  static final ClassName FROM_DATA = core(CoreNames.FROM_DATA);
  static final ClassName GENERATED_NETWORK = core(CoreNames.GENERATED_NETWORK);
  static final ClassName LAYER = core(CoreNames.LAYER);
  static final ClassName NETWORK_DESCRIPTION = core(CoreNames.NETWORK_DESCRIPTION);
  static final ClassName NETWORK_WORKSPACE = core(CoreNames.NETWORK_WORKSPACE);
  static final ClassName PARAMETERS = core(CoreNames.PARAMETERS);
  static final ClassName SECTION = core(CoreNames.SECTION);
  static final ClassName WORKSPACE_MEMORY = core(CoreNames.WORKSPACE_MEMORY);

  private Names() {}

  static ClassName of(ClassRef ref) {
    var names = ref.simpleNames();
    return ClassName.get(
        ref.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
  }

  private static ClassName core(String binaryName) {
    return of(ClassRef.ofBinaryName(binaryName));
  }
}
