/*
 * What makes the pages more comfortable. Everything essential works without it.
 */
"use strict";

/** Warns two minutes before the session ends, and extends it without leaving the page. */
function watchSession() {
  const box = document.getElementById("sessie");
  if (!box) return;
  const text = box.querySelector(".regie-session__text");
  const button = box.querySelector("button");
  const token = document.querySelector('input[name="_formulier"]');
  let timer;
  const wait = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      text.textContent = box.dataset.sessionWarning;
      box.classList.add("regie-session--shown");
    }, Math.max(0, seconds - 120) * 1000);
  };
  button.addEventListener("click", async () => {
    const body = new URLSearchParams({ _formulier: token ? token.value : "" });
    try {
      const answer = await fetch(box.dataset.extendAction, { method: "POST", body, redirect: "manual" });
      if (!answer.ok) throw new Error("not extended");
      box.classList.remove("regie-session--shown");
      text.textContent = "";
      wait(Number(box.dataset.sessionEnds));
    } catch {
      window.location.reload();
    }
  });
  wait(Number(box.dataset.sessionEnds));
}

/** Sends a form once, however often its button is pressed. */
function sendOnce() {
  for (const form of document.querySelectorAll("form[data-submit-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    });
  }
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
}

/** Brings the reader to the summary of errors, which stands above the form. */
function showErrors() {
  const heading = document.querySelector("[data-focus]");
  if (heading) heading.focus();
}

watchSession();
sendOnce();
showErrors();
