// Records nothing: what the page costs by itself.
window.recorder = { async start() {}, async taken() {}, stop() {} };
