'use strict';
const rows = document.getElementById('resources');
const summary = document.getElementById('summary');
const logSection = document.getElementById('log');
const logName = document.getElementById('log-name');
const logLines = document.getElementById('log-lines');
const keptLines = 2000;
let log = null;
let shown = '';

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function cell(label) {
  const made = document.createElement('td');
  if (label) made.dataset.label = label;
  return made;
}

function tone(resource) {
  if (resource.style === 'error' || resource.health === 'Unhealthy') return 'bad';
  if (resource.health === 'Healthy' || resource.state === 'Finished') return 'good';
  return 'wait';
}

// What runs before what has done its work, each by name.
function byUse(one, other) {
  return (one.state === 'Finished') - (other.state === 'Finished') || one.name.localeCompare(other.name) || one.id.localeCompare(other.id);
}

function button(resource, text, act) {
  const made = element('button', text);
  made.type = 'button';
  made.setAttribute('aria-label', text + ' ' + resource.id);
  made.addEventListener('click', act);
  return made;
}

function row(resource) {
  const made = document.createElement('tr');

  const name = cell();
  name.append(element('strong', resource.name));
  name.append(element('span', [resource.id, resource.source, resource.processId && 'process ' + resource.processId].filter(Boolean).join(' · '), 'detail'));

  const state = cell('State');
  state.append(element('span', resource.state, tone(resource)));
  if (resource.reason) state.append(element('span', resource.reason, 'detail'));
  if (resource.exitCode !== null) state.append(element('span', 'exit code ' + resource.exitCode, 'detail'));

  const health = cell('Health');
  if (resource.health) health.append(element('span', resource.health, tone(resource)));
  if (resource.health !== 'Healthy') resource.healthReports.forEach(text => health.append(element('span', text, 'detail')));

  const address = cell('Address');
  for (const one of resource.addresses) {
    if (one.isInternal || !one.url.startsWith('http')) {
      address.append(element('span', one.url, 'detail'));
    } else {
      const link = element('a', one.url);
      link.href = one.url;
      address.append(link);
    }
  }

  const restarts = cell('Restarts');
  restarts.textContent = resource.restarts ? String(resource.restarts) : '';

  const actions = cell();
  if (resource.source) {
    const runs = !['NotStarted', 'Exited', 'Finished', 'FailedToStart'].includes(resource.state);
    for (const command of runs ? ['stop', 'restart'] : ['start']) {
      actions.append(button(resource, command[0].toUpperCase() + command.slice(1), () => act(resource.id, command)));
    }
    actions.append(button(resource, 'Log', () => openLog(resource.id)));
  }

  made.append(name, state, health, address, restarts, actions);
  return made;
}

function show(resources) {
  // Only what has changed is drawn again, so that a focused button stays where it is.
  const now = JSON.stringify(resources);
  if (now === shown) return;
  shown = now;
  const focused = document.activeElement?.getAttribute('aria-label');
  rows.replaceChildren(...resources.toSorted(byUse).map(row));
  if (focused) rows.querySelector('[aria-label="' + CSS.escape(focused) + '"]')?.focus();
  const ill = resources.filter(resource => tone(resource) === 'bad').length;
  const waiting = resources.filter(resource => tone(resource) === 'wait').length;
  summary.textContent = ill ? ill + ' not well' : waiting ? waiting + ' not running yet' : 'Everything is well';
}

async function act(id, command) {
  const answer = await fetch('/resources/' + encodeURIComponent(id) + '/' + command, { method: 'POST' });
  if (!answer.ok) summary.textContent = await answer.text();
}

function openLog(id) {
  closeLog();
  logName.textContent = id;
  logSection.hidden = false;
  log = new EventSource('/log/' + encodeURIComponent(id));
  // After a broken connection the server tells everything again.
  log.addEventListener('open', () => logLines.replaceChildren());
  log.addEventListener('lines', message => {
    const atEnd = logLines.scrollTop + logLines.clientHeight >= logLines.scrollHeight - 20;
    for (const line of JSON.parse(message.data)) {
      logLines.append(element('span', line.content + '\n', line.isErrorMessage ? 'error' : ''));
    }
    while (logLines.childElementCount > keptLines) logLines.firstElementChild.remove();
    if (atEnd) logLines.scrollTop = logLines.scrollHeight;
  });
  logLines.focus();
}

function closeLog() {
  log?.close();
  log = null;
  logSection.hidden = true;
  logLines.replaceChildren();
}

document.getElementById('log-close').addEventListener('click', closeLog);
const changes = new EventSource('/changes');
changes.addEventListener('resources', message => show(JSON.parse(message.data)));
changes.addEventListener('error', () => { summary.textContent = 'The platform does not answer; it may have been stopped.'; });
