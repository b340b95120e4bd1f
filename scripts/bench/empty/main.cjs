// The least that an Electron tray application can be: what Keepwatch is weighed against.
const path = require('node:path');
const { app, Menu, Tray } = require('electron');

app.on('window-all-closed', () => {});
// An icon that nothing holds is collected.
let tray;
void app.whenReady().then(() => {
  tray = new Tray(path.join(__dirname, '../../../out/main/icons/keepwatch.png'));
  tray.setToolTip('Empty');
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]));
});
