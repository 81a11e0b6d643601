package io.concordat.profile.anomaly;

import io.concordat.profile.FieldFigures;
import java.time.Instant;

/**
 * A field's figures of one window.
 *
 * @param from when the window begins
 */
public record FieldWindow(Instant from, FieldFigures figures) {}
