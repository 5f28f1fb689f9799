/** Entry of the client: styles first, then the first screen; whatever is heavy loads when a match opens. */
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/styles/controls.css';
import './ui/styles/dialog.css';
import './ui/styles/home.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app.tsx';
import { keepForOffline } from './offline/register.ts';
import { language } from './ui/text/language.ts';
import { loadWords } from './ui/text/words.ts';

effect(() => {
  document.documentElement.lang = language.value;
  void loadWords(language.value);
  void loadWords('en');
});

const host = document.getElementById('app');
if (host !== null) render(<App />, host);
keepForOffline();
