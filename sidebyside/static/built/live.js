// The room of a meeting. Without this the page works the same, and "See what is new" shows what is new.
const root = document.querySelector("[data-live]");
const parts = root?.querySelector("[data-parts]");
const EVERY = 4000;
const { live: address, key, ...says } = root?.dataset ?? {};
const shown = new Map(); // what the hub last sent of each part
const since = new WeakMap(); // when words that change with the time came
let version = "";
let away = false;

const say = (words) => { root.querySelector("[data-said]").textContent = words; };
const name = () => [...crypto.getRandomValues(new Uint8Array(12))].map((one) => one.toString(16).padStart(2, "0")).join("");
const read = (place) => JSON.parse(localStorage.getItem(place) ?? "[]");
const write = (place, what) => (what.length ? localStorage.setItem(place, JSON.stringify(what)) : localStorage.removeItem(place));
const fields = (part) => [...part.querySelectorAll("input:not([type=hidden]), textarea, select")];
const changed = (field) => (field.options
  ? [...field.options].some((one, place) => one.selected !== (one.defaultSelected || (place === 0 && ![...field.options].some((other) => other.defaultSelected))))
  : field.value !== field.defaultValue);
const plain = (part) => part.outerHTML.replace(/name="(csrfmiddlewaretoken|once)" value="[^"]*"/g, "");

// What is new takes the place of what was there, part by part: never one that somebody is writing in.
function put(text, sentFrom) {
  const fresh = [...new DOMParser().parseFromString(text, "text/html").querySelectorAll("[data-part]")];
  let before = null;
  for (const part of fresh) {
    const old = document.getElementById(part.id);
    if (!old) before ? before.after(part) : parts.prepend(part);
    else if (shown.get(part.id) === plain(part)) renew(old, part);
    else if (part.id !== sentFrom && isWrittenIn(old)) { before = old; continue; }
    else replace(old, part);
    before = document.getElementById(part.id);
    if (shown.get(part.id) !== plain(part)) tell(part);
    shown.set(part.id, plain(part));
  }
  const ids = new Set(fresh.map((part) => part.id));
  for (const old of parts.querySelectorAll("[data-part]")) {
    if (!ids.has(old.id) && !isWrittenIn(old)) { old.remove(); shown.delete(old.id); told.delete(old.id); }
  }
  start(parts);
}

const told = new Map();
function tell(part) {
  const words = part.dataset.tell ?? "";
  if (words && told.has(part.id) && told.get(part.id) !== words) say(words);
  told.set(part.id, words);
}

const isWrittenIn = (part) => fields(part).some((field) => field === document.activeElement || changed(field));

function renew(old, part) {
  const names = "input[name=once], input[name=csrfmiddlewaretoken]";
  const values = [...part.querySelectorAll(names)].map((field) => field.value);
  old.querySelectorAll(names).forEach((field, place) => { field.value = values[place]; });
}

function replace(old, part) {
  const at = old.contains(document.activeElement) ? document.activeElement : null;
  const open = [...old.querySelectorAll("details")].map((one) => one.open);
  old.replaceWith(part);
  part.querySelectorAll("details").forEach((one, place) => { one.open = Boolean(open[place]); });
  if (at) ((at.id && document.getElementById(at.id)) || part.querySelector("h2")).focus();
}

// Words that change with the time.
function start(place) {
  for (const one of place.querySelectorAll("[data-later]")) if (!since.has(one)) since.set(one, Date.now());
}
function tick() {
  for (const one of parts.querySelectorAll("[data-later]")) {
    const gone = (Date.now() - since.get(one)) / 1000;
    const due = JSON.parse(one.dataset.later).filter(([seconds]) => seconds <= gone).at(-1);
    if (due && one.textContent !== due[1]) { one.textContent = due[1]; one.hidden = false; }
  }
}

// What is sent. Each sending has a name of its own: the hub does what has the same name once.
const ask = (to, more = {}) => fetch(to, {
  ...more, cache: "no-store", redirect: "manual", headers: { "X-Live": "1", ...more.headers },
});
function post(action, said) {
  const body = new URLSearchParams(said);
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  return ask(action, { method: "POST", body });
}
async function takeIn(response, sentFrom) {
  const text = await response.text();
  version = response.headers.get("ETag") ?? "";
  put(text, sentFrom);
}

async function send(form, button) {
  const said = [...new FormData(form)].filter(([field]) => field !== "once" && field !== "csrfmiddlewaretoken");
  if (button?.name) said.push([button.name, button.value]);
  said.push(["once", name()]);
  const part = form.closest("[data-part]");
  let response;
  try {
    response = await post(form.action, said);
  } catch {
    return keep(form, said, button);
  }
  if (response.status !== 200 && response.status !== 422) return say(says.again);
  if (response.status === 200) done(form);
  await takeIn(response, part?.id);
  if (response.status === 200) return say(says.sent);
  const wrong = document.querySelector("#live-error, .live-part .govuk-error-message") ?? document.getElementById("part-wrong-title");
  (wrong.closest(".govuk-form-group")?.querySelector("input, textarea, select") ?? wrong).focus();
  say(wrong.textContent);
}

function done(form) {
  form.reset();
  localStorage.removeItem(draftOf(form));
}

// What could not be sent is kept here until it can be.
const kept = `kept:${key}`;
const draftOf = (form) => `draft:${key}:${form.querySelector("button").id}`;
function keep(form, said, button) {
  isAway(true);
  if (!form.dataset.keep) return say(says.again);
  const written = fields(form).map((field) => field.value).filter(Boolean);
  const words = [form.dataset.keep, ...(written.length ? written : [button?.innerText ?? ""])].join(": ");
  write(kept, [...read(kept), { action: form.action, said, words }]);
  done(form);
  list();
  say(says.kept);
}
function list() {
  const place = root.querySelector("[data-kept-list]");
  const rows = read(kept);
  place.hidden = !rows.length;
  place.replaceChildren(...rows.map(({ words, refused }) =>
    Object.assign(document.createElement("li"), { textContent: `${refused ? says.refused : says.waiting} ${words}` })));
}
let sending = false;
async function sendKept() {
  if (sending || !read(kept).some((one) => !one.refused)) return;
  sending = true;
  try {
    for (const one of read(kept).filter((row) => !row.refused)) {
      const response = await post(one.action, one.said);
      if (response.status >= 500 || response.type === "opaqueredirect") break;
      const is = (row) => JSON.stringify(row) === JSON.stringify(one);
      const rest = read(kept);
      write(kept, response.status === 200 ? rest.filter((row) => !is(row)) : rest.map((row) => (is(row) ? { ...row, refused: true } : row)));
      if (response.status === 200) { await takeIn(response); say(says.sent); }
    }
  } catch { /* still away */ } finally {
    sending = false;
    list();
  }
}

function isAway(now) {
  if (now !== away) say(now ? says.gone : says.back);
  away = now;
}

async function look() {
  try {
    const response = await ask(address, { headers: version ? { "If-None-Match": version } : {} });
    isAway(false);
    if (response.status === 200) await takeIn(response);
    await sendKept();
  } catch {
    isAway(true);
  }
}
async function goOnLooking() {
  if (!document.hidden) await look();
  setTimeout(goOnLooking, EVERY);
}

if (root) {
  for (const part of parts.querySelectorAll("[data-part]")) {
    shown.set(part.id, plain(part));
    tell(part);
  }
  for (const form of root.querySelectorAll("form[data-keep]")) {
    for (const [field, value] of read(draftOf(form))) if (form.elements[field] && !form.elements[field].value) form.elements[field].value = value;
  }
  root.addEventListener("input", ({ target }) => {
    const form = target.closest("form[data-keep]");
    if (form) write(draftOf(form), fields(form).filter(changed).map((field) => [field.name, field.value]));
  });
  root.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-send]")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  document.querySelector("[data-leave]")?.addEventListener("submit", () => {
    Object.keys(localStorage).filter((one) => one.startsWith(`draft:${key}`)).forEach((one) => localStorage.removeItem(one));
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  start(parts);
  list();
  setInterval(tick, 1000);
  setTimeout(goOnLooking, EVERY);
}
