// Comforts for whoever has scripts; the pages do without.

// A password that one cannot see is one that one cannot correct.
for (const field of document.querySelectorAll('input[type="password"]')) {
  const show = document.createElement('button');
  show.type = 'button';
  show.className = 'show';
  show.textContent = 'Show characters';
  show.setAttribute('aria-controls', field.id);
  show.setAttribute('aria-pressed', 'false');
  show.addEventListener('click', () => {
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    show.setAttribute('aria-pressed', String(shown));
  });
  // What was shown must not be kept by the browser as an ordinary field.
  field.form?.addEventListener('submit', () => { field.type = 'password'; });
  field.after(show);
}

// The zone that the device is in is most likely the person's own.
for (const zones of document.querySelectorAll('select[data-own-zone]')) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ([...zones.options].some((option) => option.value === own)) {
    zones.value = own;
  }
}
