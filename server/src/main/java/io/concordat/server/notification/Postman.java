package io.concordat.server.notification;

import io.concordat.graphql.gateway.ProcessorDesk.Processor;
import io.concordat.notification.message.Messages;
import io.concordat.notification.routing.Channel;
import io.concordat.notification.routing.Target;
import io.concordat.notification.sending.AddressGuard;
import io.concordat.notification.sending.Backoff;
import io.concordat.notification.sending.HttpSender;
import io.concordat.notification.sending.Outcome;
import io.concordat.notification.sending.SmtpSender;
import io.concordat.server.gateway.LogFollower;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Empties the outbox. At least once: where a node dies between the receiver's answer and the note
 * of it, the message goes out again under the same id. The time of a signature is that of the
 * machine, never an offset one, or receivers would refuse it.
 */
@Component
class Postman implements LogFollower, DisposableBean {

  /** Name among the processors. */
  static final String NAME = "notification-outbox";

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final int BATCH = 20;

  private final NotificationOutbox outbox;
  private final DigestBinder binder;
  private final NotificationSettings settings;
  private final Map<String, Target> targets;
  private final HttpSender sender;
  private final SmtpSender mailer;
  private final Backoff backoff;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread = Thread.ofPlatform().daemon().name(NAME).unstarted(this::work);
  private volatile boolean open = true;
  private volatile boolean failing;

  Postman(NotificationOutbox outbox, DigestBinder binder, NotificationSettings settings) {
    this.outbox = outbox;
    this.binder = binder;
    this.settings = settings;
    this.targets =
        settings.routes().stream().collect(Collectors.toMap(Channel::name, Channel::target));
    AddressGuard guard = new AddressGuard(settings.networks());
    this.sender = new HttpSender(guard, settings.timeout());
    this.mailer = new SmtpSender(guard, settings.timeout());
    this.backoff = new Backoff(settings.firstRetry());
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    open = false;
    thread.interrupt();
    if (thread.isAlive()) {
      thread.join(settings.timeout());
    }
    threads.shutdownNow();
    sender.close();
    mailer.close();
  }

  private void work() {
    while (open) {
      boolean more = false;
      try {
        more = round();
        failing = false;
      } catch (DataAccessException failed) {
        if (open && !failing) {
          LOG.warn("Notifications wait: {}", failed.getMessage());
        }
        failing = true;
      } catch (InterruptedException stopped) {
        return;
      }
      try {
        Thread.sleep(more ? Duration.ZERO : settings.pause());
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  /** Sends what is due; false where nothing was. */
  private boolean round() throws InterruptedException {
    binder.bind();
    // A lease outlasts resolving a name, connecting and waiting, each of which may time out.
    List<NotificationOutbox.Taken> due = outbox.take(BATCH, settings.timeout().multipliedBy(4));
    List<Future<?>> sends =
        due.stream().<Future<?>>map(taken -> threads.submit(() -> send(taken))).toList();
    for (Future<?> send : sends) {
      try {
        send.get();
      } catch (ExecutionException failed) {
        LOG.warn("An attempt could not be noted; it is made again", failed.getCause());
      }
    }
    return !due.isEmpty();
  }

  private void send(NotificationOutbox.Taken taken) {
    Target target = targets.get(taken.channel());
    if (target == null) {
      dead(taken, 0, "the channel is not set any more");
      return;
    }
    String id = "msg_" + taken.id();
    Outcome outcome =
        switch (target) {
          case Target.Http http ->
              sender.send(Messages.of(taken.letter(), http, id, Instant.now()));
          case Target.Mail mail -> mailer.send(Messages.mail(taken.letter(), id), mail);
        };
    switch (outcome) {
      case Outcome.Delivered delivered -> outbox.sent(taken, delivered);
      case Outcome.Gone(int status, String problem) -> dead(taken, status, problem);
      case Outcome.Failed failed -> {
        // Those that were revived have attempts beyond the most, and get one more each time.
        if (taken.attempt() >= settings.maxAttempts()) {
          dead(taken, failed.status(), failed.problem());
        } else {
          Duration wait = backoff.after(taken.attempt(), ThreadLocalRandom.current().nextDouble());
          Duration asked = failed.notBefore();
          outbox.failed(
              taken,
              failed.status(),
              failed.problem(),
              asked != null && asked.compareTo(wait) > 0 ? asked : wait);
        }
      }
    }
  }

  private void dead(NotificationOutbox.Taken taken, int status, String problem) {
    LOG.warn("Message {} to channel {} is put aside: {}", taken.id(), taken.channel(), problem);
    outbox.dead(taken, status, problem);
  }

  @Override
  public Processor shown() {
    try {
      return new Processor(
          NAME, open && !failing, outbox.count("WAITING"), false, outbox.count("DEAD"));
    } catch (DataAccessException unknown) {
      return new Processor(NAME, false, 0, false, 0);
    }
  }

  /** What was told once is not told again. */
  @Override
  public void reset() {
    throw new UnsupportedOperationException("Notifications are not sent a second time");
  }

  /** What was put aside is sent again, under the same id. */
  @Override
  public void retry() {
    outbox.revive();
  }
}
