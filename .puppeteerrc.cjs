// `npm ci` downloads no browser: whatever needs one finds or fetches it (src/browser/browser.ts).
module.exports = { skipDownload: true }
