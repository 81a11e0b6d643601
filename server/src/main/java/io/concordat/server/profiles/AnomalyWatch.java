package io.concordat.server.profiles;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has windows judged as they come, on every node. */
@Component
class AnomalyWatch implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(AnomalyWatch.class);

  private final AnomalyJudge judge;
  private final AnomalySettings settings;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("anomalies").factory());

  AnomalyWatch(AnomalyJudge judge, AnomalySettings settings) {
    this.judge = judge;
    this.settings = settings;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    long every = settings.every().toMillis();
    var unused = thread.scheduleWithFixedDelay(this::run, every, every, TimeUnit.MILLISECONDS);
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }

  private void run() {
    try {
      boolean more = true;
      while (more && !thread.isShutdown()) {
        more = judge.judgeNext();
      }
    } catch (RuntimeException failed) {
      LOG.warn("Windows wait to be judged: {}", failed.toString());
    }
  }
}
