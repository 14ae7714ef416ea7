// Passkeys. Without this, people sign in by email or with a card, and nothing about adding a passkey is shown.
const every = (selector, act) => document.querySelectorAll(selector).forEach(act);

// What is marked with the name of this site is shown where the browser can use passkeys, and what says otherwise is not.
every("[data-passkeys-at]", (part) => {
  if (!window.PublicKeyCredential || location.hostname !== part.dataset.passkeysAt) return;
  part.hidden = false;
  every("[data-without-passkeys]", (other) => { other.hidden = true; });
});

// The hub writes and reads bytes as base64 for addresses. Older browsers cannot do that by themselves.
const toBytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const toText = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
  .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

function asked({ publicKey }) {
  publicKey.challenge = toBytes(publicKey.challenge);
  if (publicKey.user) publicKey.user.id = toBytes(publicKey.user.id);
  for (const one of publicKey.excludeCredentials ?? []) one.id = toBytes(one.id);
  return { publicKey };
}

function said({ id, rawId, type, response }) {
  const parts = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) parts[name] = toText(response[name]);
  }
  return { id, rawId: toText(rawId), type, response: parts };
}

// The form waits for the phone, computer or security key; its answer goes with the form like any other.
every("form[data-passkey]", (form) => {
  let waiting = false;
  form.addEventListener("submit", async (event) => {
    const { name, answer } = form.elements;
    if (name && !name.value.trim()) return; // the hub says that a name is missing
    event.preventDefault();
    if (waiting) return;
    waiting = true;
    every("[data-passkey-failed]", (part) => { part.hidden = true; });
    try {
      const { passkey: act, options } = form.dataset;
      answer.value = JSON.stringify(said(await navigator.credentials[act](asked(JSON.parse(options)))));
      form.submit();
    } catch (error) {
      waiting = false;
      const failed = document.querySelector(`[data-passkey-failed="${error.name}"]`) ??
        document.querySelector('[data-passkey-failed=""]');
      failed.hidden = false;
      failed.focus();
    }
  });
});
