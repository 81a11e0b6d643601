package io.concordat.notification.sending;

import io.concordat.notification.message.OutgoingMail;
import io.concordat.notification.routing.Target;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Hands e-mail to a server over SMTP with STARTTLS, whose certificate has to be that of its name;
 * in networks that the guard allows also without. It connects to the addresses that the guard has
 * looked at, and gives up in time however slowly the other side goes on. A message goes to all of
 * its recipients or to none.
 */
public final class SmtpSender implements AutoCloseable {

  private static final int SUBMISSION = 587;
  private static final int REFUSED_FOR_GOOD = 500;

  private final AddressGuard guard;
  private final Duration timeout;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("mail-watch").factory());

  /**
   * A sender.
   *
   * @param timeout longest time from the connection to the server's last answer
   */
  public SmtpSender(AddressGuard guard, Duration timeout) {
    this.guard = guard;
    this.timeout = timeout;
  }

  /**
   * Refuses what is no address of e-mail. The message does not tell it.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static void check(String address) {
    try {
      new InternetAddress(address, true).validate();
    } catch (AddressException wrong) {
      throw new IllegalArgumentException("An address of e-mail is none");
    }
  }

  /** Sends a message once. */
  public Outcome send(OutgoingMail mail, Target.Mail target) {
    String host = String.valueOf(target.server().getHost());
    try {
      return send(mail, target, host, guard.verify(host, false).getFirst());
    } catch (AddressGuard.AddressRefused refused) {
      return new Outcome.Failed(0, String.valueOf(refused.getMessage()), null);
    } catch (UnknownHostException unknown) {
      return new Outcome.Failed(0, "the name does not resolve", null);
    }
  }

  private Outcome send(OutgoingMail mail, Target.Mail target, String host, InetAddress address) {
    PinnedSockets sockets = new PinnedSockets(address);
    Session session = Session.getInstance(properties(sockets, !guard.isAllowed(address)));
    int port = target.server().getPort() < 0 ? SUBMISSION : target.server().getPort();
    // Each read has its own timeout; this one ends an answer that comes drop by drop.
    ScheduledFuture<?> end =
        watch.schedule(sockets::close, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try (Transport transport = session.getTransport("smtp")) {
      Target.Login login = target.login();
      transport.connect(
          host, port, login == null ? null : login.user(), login == null ? null : login.password());
      MimeMessage message = message(session, mail, target);
      transport.sendMessage(message, message.getAllRecipients());
      return new Outcome.Delivered(250);
    } catch (MessagingException failed) {
      return outcome(failed);
    } finally {
      end.cancel(false);
      sockets.close();
    }
  }

  private Properties properties(PinnedSockets sockets, boolean encrypted) {
    Properties properties = new Properties();
    String millis = Long.toString(timeout.toMillis());
    properties.put("mail.smtp.socketFactory", sockets);
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.starttls.enable", "true");
    properties.put("mail.smtp.starttls.required", Boolean.toString(encrypted));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.sendpartial", "false");
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.localhost", "concordat");
    return properties;
  }

  private static MimeMessage message(Session session, OutgoingMail mail, Target.Mail target)
      throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + mail.id() + "@concordat>");
          }
        };
    message.setFrom(new InternetAddress(target.sender(), true));
    Address[] recipients = new Address[target.recipients().size()];
    for (int i = 0; i < recipients.length; i++) {
      recipients[i] = new InternetAddress(target.recipients().get(i), true);
    }
    message.setRecipients(Message.RecipientType.TO, recipients);
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("References", "<" + mail.thread() + "@concordat>");
    message.saveChanges();
    return message;
  }

  /** What a server refuses for good, it would refuse again. Its words are not told. */
  private static Outcome outcome(MessagingException failed) {
    int code = 0;
    for (Exception each = failed; each instanceof MessagingException known; each = next(known)) {
      code = Math.max(code, code(known));
    }
    if (code >= REFUSED_FOR_GOOD) {
      return new Outcome.Gone(code, "the server refuses it with " + code);
    }
    return code > 0
        ? new Outcome.Failed(code, "the server answered " + code, null)
        : new Outcome.Failed(
            0, "not handed over (" + failed.getClass().getSimpleName() + ")", null);
  }

  private static @Nullable Exception next(MessagingException failed) {
    return failed.getNextException();
  }

  private static int code(MessagingException failed) {
    return switch (failed) {
      case SMTPSendFailedException refused -> refused.getReturnCode();
      case SMTPAddressFailedException refused -> refused.getReturnCode();
      case SMTPSenderFailedException refused -> refused.getReturnCode();
      default -> 0;
    };
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
