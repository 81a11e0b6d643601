package io.concordat.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.notification.NoticeKind;
import io.concordat.notification.Notices;
import io.concordat.notification.message.Messages;
import io.concordat.notification.message.OutgoingMail;
import io.concordat.notification.routing.Target;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against servers on loopback that take, refuse, put off and hang. */
@Timeout(60)
class SmtpSenderTest {

  private static final OutgoingMail MAIL =
      Messages.mail(
          Notices.of(NoticeKind.OPENED, IncidentSeverity.HIGH, "Nothing since noon: 5 \u20ac"),
          "msg_1");

  private final SmtpSender sender =
      new SmtpSender(new AddressGuard(List.of(Network.of("127.0.0.0/8"))), Duration.ofSeconds(2));

  @Test
  void aServerTakesItForAllRecipients() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    server.setUser("concordat@example.org", "sender", "open sesame");
    server.start();
    try (sender) {
      Target.Mail target =
          target(server.getSmtp().getPort(), new Target.Login("sender", "open sesame"));
      assertThat(sender.send(MAIL, target)).isEqualTo(new Outcome.Delivered(250));
      assertThat(server.waitForIncomingEmail(10_000, 2)).isTrue();
      MimeMessage got = server.getReceivedMessages()[0];
      assertThat(got.getSubject())
          .isEqualTo("HIGH incident opened: payments/settlements, freshness");
      assertThat(got.getContent().toString()).contains("Nothing since noon: 5 \u20ac");
      assertThat(got.getHeader("Message-ID")).containsExactly("<msg_1@concordat>");
      assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(got.getAllRecipients()).hasSize(2);
    } finally {
      server.stop();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 451 later, 451, false",
    "RCPT, 450 greylisted, 450, false",
    "RCPT, 550 nobody here, 550, true",
    "DATA, 554 no, 554, true"
  })
  void whatItRefusesForGoodIsNotSentAgain(String verb, String answer, int code, boolean gone)
      throws IOException {
    try (Scripted server = new Scripted(line -> line.startsWith(verb) ? answer : null)) {
      Outcome outcome = sender.send(MAIL, target(server.port(), null));
      if (gone) {
        assertThat(outcome).isEqualTo(new Outcome.Gone(code, "the server refuses it with " + code));
      } else {
        assertThat(outcome)
            .isEqualTo(new Outcome.Failed(code, "the server answered " + code, null));
      }
    }
  }

  @Test
  void oneThatSaysNothingIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(sender.send(MAIL, target(silent.getLocalPort(), null)))
          .isInstanceOf(Outcome.Failed.class);
    }
  }

  @Test
  void oneInANetworkThatIsNotAllowedIsNotCalled() throws IOException {
    try (Scripted server = new Scripted(_ -> null);
        SmtpSender guarded = new SmtpSender(new AddressGuard(List.of()), Duration.ofSeconds(2))) {
      assertThat(guarded.send(MAIL, target(server.port(), null)))
          .isEqualTo(new Outcome.Failed(0, "the address is not a public one", null));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", "a@b\r\nBcc: c@d", "a b@c"})
  void whatIsNoAddressIsRefusedWithoutBeingTold(String address) {
    assertThatThrownBy(() -> SmtpSender.check(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An address of e-mail is none");
  }

  private static Target.Mail target(int port, Target.@Nullable Login login) {
    return new Target.Mail(
        URI.create("smtp://127.0.0.1:" + port),
        login,
        "concordat@example.org",
        List.of("ana@example.org", "ben@example.org"));
  }

  /** A server that says yes to all but what the script has an answer for. */
  private static final class Scripted implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final UnaryOperator<@Nullable String> script;

    Scripted(UnaryOperator<@Nullable String> script) throws IOException {
      this.script = script;
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket client = socket.accept()) {
          talk(client);
        } catch (IOException ended) {
          continue;
        }
      }
    }

    private void talk(Socket client) throws IOException {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = client.getOutputStream();
      say(out, "220 ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String scripted = script.apply(line);
        if (scripted != null) {
          say(out, scripted);
        } else if (line.equals("DATA")) {
          say(out, "354 go on");
        } else if (line.equals("QUIT")) {
          say(out, "221 bye");
        } else {
          say(out, "250 fine");
        }
      }
    }

    private static void say(OutputStream out, String line) throws IOException {
      out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
