// Small helps; every form works without them.

// An upload's findings belong to the file that was checked: another file, another check.
document.addEventListener('change', event => {
  const clears = event.target.dataset?.clears;
  if (clears) document.getElementById(clears).replaceChildren();
});

// What cannot be taken back is asked about first.
document.addEventListener('submit', event => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});
