// Runs before the page. An app is not a browser: no reload by a slip, and the browser's menu only where there is
// something to copy or to edit.
(() => {
  const editable = 'input, textarea, [contenteditable="true"]';
  addEventListener("contextmenu", (event) => {
    const inText = event.target instanceof Element && event.target.closest(editable);
    const selected = String(getSelection() ?? "") !== "";
    if (!inText && !selected) event.preventDefault();
  });
  addEventListener(
    "keydown",
    (event) => {
      const command = event.ctrlKey || event.metaKey;
      if (event.key === "F5" || (command && event.key.toLowerCase() === "r")) event.preventDefault();
    },
    { capture: true },
  );
})();
