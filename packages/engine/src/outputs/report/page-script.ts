/**
 * The page's only script, inlined and allowed by its hash. Language switch, chart/table tabs (arrow keys),
 * printing. Without it every chart is followed by its table and the page stays in the run's language.
 */
export const pageScript = `(function () {
  'use strict';
  var root = document.documentElement;
  var titles = { zh: root.getAttribute('data-title-zh'), en: root.getAttribute('data-title-en') };
  var languageButtons = Array.prototype.slice.call(document.querySelectorAll('[data-set-lang]'));

  function setLanguage(lang) {
    root.setAttribute('data-lang', lang);
    root.lang = lang === 'en' ? 'en' : 'zh-CN';
    document.title = titles[lang];
    languageButtons.forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-set-lang') === lang));
    });
  }
  languageButtons.forEach(function (button) {
    button.addEventListener('click', function () { setLanguage(button.getAttribute('data-set-lang')); });
  });

  function select(tab) {
    var tabs = tab.parentNode.querySelectorAll('[role=tab]');
    Array.prototype.forEach.call(tabs, function (other) {
      var chosen = other === tab;
      other.setAttribute('aria-selected', String(chosen));
      other.tabIndex = chosen ? 0 : -1;
      document.getElementById(other.getAttribute('aria-controls')).hidden = !chosen;
    });
  }
  Array.prototype.forEach.call(document.querySelectorAll('[role=tablist]'), function (list) {
    var tabs = Array.prototype.slice.call(list.querySelectorAll('[role=tab]'));
    select(tabs[0]);
    tabs.forEach(function (tab, index) {
      tab.addEventListener('click', function () { select(tab); });
      tab.addEventListener('keydown', function (event) {
        var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        var next = step ? tabs[(index + step + tabs.length) % tabs.length]
          : event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs[tabs.length - 1] : null;
        if (!next) return;
        event.preventDefault();
        select(next);
        next.focus();
      });
    });
  });

  var all = document.getElementById('all-tables');
  all.addEventListener('click', function () {
    var asTables = all.getAttribute('aria-pressed') !== 'true';
    all.setAttribute('aria-pressed', String(asTables));
    Array.prototype.forEach.call(document.querySelectorAll('[role=tablist]'), function (list) {
      select(list.querySelectorAll('[role=tab]')[asTables ? 1 : 0]);
    });
  });
  document.getElementById('print').addEventListener('click', function () { window.print(); });
  root.classList.add('scripted');
})();
`;
