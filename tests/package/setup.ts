export { preparePackages as setup } from './packages.ts';
