package io.venturi.testkit;

import com.google.auto.service.AutoService;
import io.venturi.spi.PluginBinder;
import io.venturi.spi.VenturiPlugin;

/** Contributes sound parts and faulty ones. */
@AutoService(VenturiPlugin.class)
public final class TestPlugin implements VenturiPlugin {

  @Override
  public int apiVersion() {
    return API_VERSION;
  }

  @Override
  public void contribute(PluginBinder binder) {
    binder.loss(AnyLoss.class, AnyLossFactory.class);
    binder.autoencoderType(AnyType.class, AnyTypeFactory.class);
    binder.autoencoderType(AnyJacobian.class, AnyJacobianFactory.class);
    binder.autoencoderType(Forgetful.class, ForgetfulFactory.class);
    binder.autoencoderType(ForgetfulWithin.class, ForgetfulFactory.class);
    binder.layer(AnyDense.class, AnyDenseFactory.class);
  }
}
