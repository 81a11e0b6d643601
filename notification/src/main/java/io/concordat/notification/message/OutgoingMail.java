package io.concordat.notification.message;

/**
 * An e-mail, but for who sends and gets it.
 *
 * @param id the same at each attempt
 * @param subject one line
 * @param thread what it is about: mails about the same are shown together
 */
public record OutgoingMail(String id, String subject, String text, String thread) {}
