package io.concordat.messages.incident;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.DomainId;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks how domains fared with their incidents, by month (UTC) of opening: the latest month first,
 * then by domain. Where a domain had none in a month it has no row.
 *
 * @param domain only this one; null for all
 * @param to the last month, not before {@code from}
 */
public record FindIncidentFigures(@Nullable DomainId domain, YearMonth from, YearMonth to)
    implements Query<List<IncidentFigures>> {}
