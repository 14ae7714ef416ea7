// Nothing here is needed. It only makes three things a little quicker.
const on = (selector, act) => document.querySelectorAll(selector).forEach((link) => link.addEventListener("click", act));

// "Leave quickly" leaves nothing to go back to.
on(".leave-quickly", (event) => {
  event.preventDefault();
  location.replace(event.currentTarget.href);
});

// "Print it" prints, instead of opening the page about printing.
on(".print-it", (event) => {
  event.preventDefault();
  window.print();
});

// When something is to be put right, a screen reader and the keyboard start there.
document.getElementById("error-summary")?.focus();
