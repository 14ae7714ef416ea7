// Nothing here is needed. It only makes a few things quicker or nicer.
const on = (selector, act) => document.querySelectorAll(selector).forEach((link) => link.addEventListener("click", act));

// "Leave quickly" leaves nothing to go back to.
on(".leave-quickly", (event) => {
  event.preventDefault();
  location.replace(event.currentTarget.href);
});

// Reads the page aloud, a piece at a time, where the browser can. Only then is there a button for it.
const tools = document.querySelector(".page-tools[data-read-aloud]");
if (tools && "speechSynthesis" in window) {
  const { readAloud, stopReading } = tools.dataset;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: readAloud });
  const stop = () => { speechSynthesis.cancel(); button.textContent = readAloud; };
  const pieces = () => [...document.querySelectorAll("main :is(h1, h2, h3, h4, p, li, th, td, dt, dd, caption)")]
    .filter((piece) => piece.offsetParent && !piece.querySelector("p, li") && piece.innerText.trim());
  const read = () => {
    const said = pieces().map((piece) => Object.assign(new SpeechSynthesisUtterance(piece.innerText), { lang: piece.closest("[lang]").lang }));
    if (!said.length) return;
    said.at(-1).addEventListener("end", stop);
    said.forEach((words) => speechSynthesis.speak(words));
    button.textContent = stopReading;
  };
  button.addEventListener("click", () => (button.textContent === readAloud ? read() : stop()));
  addEventListener("pagehide", stop);
  tools.querySelector("ul").append(Object.assign(document.createElement("li"), { className: "read-aloud" }));
  tools.querySelector(".read-aloud").append(button);
}

// When something is to be put right, a screen reader and the keyboard start there.
document.getElementById("error-summary")?.focus();
