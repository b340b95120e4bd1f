import { render } from 'preact';
import { bridge } from './bridge.ts';
import { Window } from './screens/window.tsx';

const root = document.documentElement;
root.dataset['kind'] = location.hash.slice(1);

const place = document.getElementById('window');
const first = await bridge.hello();
if (place !== null) render(<Window first={first} />, place);
