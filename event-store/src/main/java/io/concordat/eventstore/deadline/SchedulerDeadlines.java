package io.concordat.eventstore.deadline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import io.concordat.eventstore.StoreUnavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Deadlines in the table of db-scheduler, which one node at a time claims. Handlers are looked up
 * when it starts, so that a handler may itself plan deadlines.
 */
final class SchedulerDeadlines implements Deadlines, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SchedulerDeadlines.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
  private static final String FAILING =
      "select task_name, count(*) from scheduled_tasks where consecutive_failures > 0 group by 1";

  private final DataSource dataSource;
  private final Clock clock;
  private final ObjectProvider<DeadlineHandler> handlers;
  private final DeadlineSettings settings;
  private final SchedulerClient client;
  private @Nullable Scheduler scheduler;

  SchedulerDeadlines(
      DataSource dataSource,
      Clock clock,
      ObjectProvider<DeadlineHandler> handlers,
      DeadlineSettings settings) {
    this.dataSource = dataSource;
    this.clock = clock;
    this.handlers = handlers;
    this.settings = settings;
    this.client = SchedulerClient.Builder.create(dataSource).build();
  }

  @Override
  public void schedule(String taskName, String id, Instant at) {
    try {
      client.schedule(
          new TaskInstance<Void>(taskName, id), at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceCurrentlyExecutingException e) {
      throw new StoreUnavailable("The deadline of " + id + " is running just now; try again", e);
    } catch (SQLRuntimeException e) {
      throw new StoreUnavailable("The deadline of " + id + " cannot be stored", e);
    }
  }

  @Override
  public void cancel(String taskName, String id) {
    try {
      client.cancel(TaskInstanceId.of(taskName, id));
    } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException e) {
      LOG.debug("The deadline {} of {} is gone or running, nothing to take back", taskName, id);
    } catch (SQLRuntimeException e) {
      throw new StoreUnavailable("The deadline of " + id + " cannot be taken back", e);
    }
  }

  @Override
  public Map<String, Integer> failing() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(FAILING)) {
      Map<String, Integer> failing = new TreeMap<>();
      while (rows.next()) {
        failing.put(rows.getString(1), rows.getInt(2));
      }
      return failing;
    } catch (SQLException e) {
      throw new StoreUnavailable("The deadlines cannot be counted", e);
    }
  }

  @Override
  public synchronized void start() {
    List<OneTimeTask<Void>> tasks = handlers.stream().map(this::task).toList();
    Scheduler starting =
        Scheduler.create(dataSource, List.copyOf(tasks))
            .clock(clock::instant)
            .threads(settings.threads())
            .pollingInterval(settings.pollInterval())
            .heartbeatInterval(settings.heartbeat())
            .shutdownMaxWait(LONGEST_STOP)
            .build();
    starting.start();
    scheduler = starting;
  }

  private OneTimeTask<Void> task(DeadlineHandler handler) {
    return Tasks.oneTime(handler.taskName())
        .onFailure((failed, operations) ->
            operations.reschedule(
                failed,
                clock.instant().plus(settings.pause(failed.getExecution().consecutiveFailures))))
        .execute((instance, context) -> handler.handle(instance.getId()));
  }

  @Override
  public synchronized void stop() {
    Scheduler stopping = scheduler;
    scheduler = null;
    if (stopping != null) {
      stopping.stop();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return scheduler != null;
  }
}
