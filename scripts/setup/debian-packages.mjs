/** @typedef {'electron' | 'desktop' | 'browser' | 'packages' | 'pictures' | 'shells'} Group */

/**
 * What has to be there on a bare Debian 12, for whom, and what for.
 * @type {Record<Group, Record<string, string>>}
 */
export const DEBIAN_PACKAGES = {
  // To start at all. What these depend on comes with them.
  electron: {
    libasound2: 'linked by Electron: sound',
    'libatk-bridge2.0-0': 'linked by Electron: screen readers',
    libcups2: 'linked by Electron: printing',
    libdrm2: 'linked by Electron: graphics',
    libgbm1: 'linked by Electron: graphics',
    'libgtk-3-0': 'linked by Electron: menus, themes, input',
    libnss3: 'linked by Electron: certificates',
    libxcomposite1: 'linked by Electron: windows',
    libxdamage1: 'linked by Electron: windows',
    libxkbcommon0: 'linked by Electron: keyboard',
    libxrandr2: 'linked by Electron: screens',
    libnotify4: 'loaded by Electron: notifications',
    'libsecret-1-0': 'loaded by Electron: the keyring',
    'xdg-utils': 'opens links in the browser',
  },
  // To test against a desktop of our own, where nobody sits.
  desktop: {
    'at-spi2-core': 'what screen readers hear',
    dbus: 'the session and system buses',
    'desktop-file-utils': 'checks the autostart and application entries',
    'fonts-inter': 'the window is tested in this font',
    'fonts-noto-core': 'and in this one, which is wider and has nearly every script',
    'gnome-keyring': 'the keyring that credentials are sealed with',
    iproute2: 'takes the network away',
    'netcat-openbsd': 'asks the Keepwatch that runs, for keepwatch status',
    'libglib2.0-bin': 'gio: opens links and starts entries as GNOME does',
    sway: 'a Wayland compositor',
    trayer: 'a tray that embeds X11 windows',
    'x11-utils': 'asks the screen what is on it',
    xdotool: 'moves the pointer and clicks',
    'xserver-xorg-core': 'a screen beside another, which Xvfb does not have',
    'xserver-xorg-video-dummy': 'both of them without a graphics card',
    xvfb: 'the screen',
  },
  // To look at the window in the Chromium of the Electron that ships, or nearly.
  browser: {
    chromium: 'draws the window, without Electron',
  },
  // To make the packages that are installed elsewhere.
  packages: {
    cpio: 'unpacks the .rpm in the tests',
    rpm: 'makes the .rpm, and reads it in the tests',
  },
  // To photograph the application on a desktop that people know.
  pictures: {
    'adwaita-icon-theme': 'icons of the panel',
    imagemagick: 'photographs the screen',
    'librsvg2-common': 'draws those icons, which are SVG',
    'x11-xserver-utils': 'sets colours and scale of the screen',
    xfconf: 'settings of the three below',
    'xfce4-notifyd': 'shows notifications',
    'xfce4-panel': 'shows the tray',
    xfwm4: 'frames the windows',
    xwallpaper: 'paints the background',
  },
  // To try the application on every shell that people have: about 1.5 GB.
  shells: {
    dunst: 'the notification server of i3',
    'fonts-dejavu-core': 'the font of the shells',
    gjs: 'runs the notification server of GNOME',
    'gnome-shell': 'GNOME',
    'gnome-shell-extension-appindicator': 'its tray, as Ubuntu has it',
    foot: 'a window beside ours on Wayland',
    'i3-wm': 'i3, and its bar with an XEmbed tray',
    'kde-cli-tools': 'opens links on KDE Plasma',
    'kwin-x11': 'the window manager of KDE Plasma',
    'libkf5wallet-bin': 'KWallet, the keyring of KDE Plasma',
    'libqca-qt5-2-plugins': 'without which KWallet encrypts for nobody',
    'lxqt-notificationd': 'the notification server of LXQt',
    'lxqt-panel': 'the panel of LXQt',
    marco: 'the window manager of MATE',
    'mate-notification-daemon': 'the notification server of MATE',
    'mate-panel': 'the panel of MATE',
    'mate-settings-daemon-common': 'settings without which marco does not start',
    openbox: 'a window manager, for LXQt',
    'plasma-desktop': 'KDE Plasma, with the panel that people have',
    'plasma-workspace': 'KDE Plasma',
    'qml-module-org-kde-kitemmodels': 'a part of its panel',
    'libgl1-mesa-dri': 'draws for those that want a graphics card',
    'mako-notifier': 'the notification server of sway',
    waybar: 'the bar of sway, with a tray',
    'x11-apps': 'a window beside ours',
  },
};

/**
 * The packages of some groups.
 * @param {Group[]} groups
 */
export function packagesOf(groups) {
  return groups.flatMap((group) => Object.keys(DEBIAN_PACKAGES[group]));
}
