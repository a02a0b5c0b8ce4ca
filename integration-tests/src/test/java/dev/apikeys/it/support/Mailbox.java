package dev.apikeys.it.support;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An SMTP server on loopback that keeps what it gets, and can go away and come back. */
public final class Mailbox implements AutoCloseable {

    private GreenMail server = started(0);
    private final int port = server.getSmtp().getPort();

    /**
     * An e-mail.
     *
     * @param text the alternative without markup
     * @param headers the lines of the header
     */
    public record Mail(String to, String subject, String text, String html, List<String> headers) {

        static Mail read(MimeMessage message) {
            try {
                MimeMultipart parts = (MimeMultipart) message.getContent();
                return new Mail(
                        message.getHeader("To", ","),
                        message.getSubject(),
                        (String) parts.getBodyPart(0).getContent(),
                        (String) parts.getBodyPart(1).getContent(),
                        Collections.list(message.getAllHeaderLines()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a realm has to say to send its e-mails here. */
    public Map<String, String> settings() {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(port), "from", "keycloak@example.com");
    }

    /** What has come so far, for whomever. */
    public List<Mail> all() {
        return Stream.of(server.getReceivedMessages()).map(Mail::read).toList();
    }

    /** Those whose subject has the text. */
    public List<Mail> about(String name) {
        return all().stream().filter(mail -> mail.subject().contains(name)).toList();
    }

    /** The same as soon as there are so many. */
    public List<Mail> about(String name, int number) {
        return Eventually.get(() -> about(name), mails -> mails.size() >= number);
    }

    /** Whom the server was told to hand them to, whatever the header says: it makes a mailbox for each. */
    public Set<String> recipients() {
        return server.getUserManager().listUser().stream()
                .map(GreenMailUser::getEmail)
                .collect(Collectors.toSet());
    }

    public void goAway() {
        server.stop();
    }

    public void comeBack() {
        server = started(port);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static GreenMail started(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }
}
