/**
 * Whether somebody works on this desktop. Then nothing is installed onto it, and nothing is tried on it that is not
 * Keepwatch's own; the tests bring a desktop of their own, which nobody sees.
 * @param {NodeJS.ProcessEnv} environment
 * @param {NodeJS.Platform} platform
 */
export function isDesktopInUse(environment = process.env, platform = process.platform) {
  if (platform !== 'linux') return true;
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}
