package app.vouch.introduction;

import app.vouch.introduction.MailView.MailContent;
import app.vouch.platform.tenant.TenantKeys;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** What a test tenant would have mailed. It is kept sealed, because it holds links that work. */
@ApplicationScoped
class MailOutbox {
  private final TenantKeys keys;
  private final ObjectMapper json;

  MailOutbox(TenantKeys keys, ObjectMapper json) {
    this.keys = keys;
    this.json = json;
  }

  byte[] seal(MailContent content) {
    try {
      return keys.encrypt(json.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a mail cannot be written as JSON", e);
    }
  }

  /** The mail as callers see it, with what a test tenant would have mailed. */
  MailView view(MessageMail mail) {
    byte[] sealed = mail.outbox();
    return mail.view(sealed == null ? null : open(sealed));
  }

  private MailContent open(byte[] sealed) {
    try {
      return json.readValue(keys.decrypt(sealed), MailContent.class);
    } catch (IOException e) {
      throw new IllegalStateException("a mail in the outbox is unreadable", e);
    }
  }
}
