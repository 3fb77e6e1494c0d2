// `npm ci` downloads no browser: whatever needs one finds or fetches it (src/browser/get-browser.ts).
module.exports = { skipDownload: true }
