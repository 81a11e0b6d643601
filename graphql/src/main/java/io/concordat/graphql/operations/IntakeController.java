package io.concordat.graphql.operations;

import io.concordat.graphql.gateway.IntakeDesk;
import io.concordat.graphql.gateway.IntakeDesk.Intake;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How the intake of observations does. */
@Controller
class IntakeController {

  private final IntakeDesk desk;

  IntakeController(IntakeDesk desk) {
    this.desk = desk;
  }

  @SchemaMapping(typeName = "MeshPulse")
  Intake intake() {
    return desk.now();
  }
}
