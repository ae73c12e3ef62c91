/** Looks to tRPC like a WebSocket and carries its frames over the bridge that Electron's preload puts on the page. */

export interface BridgeMessage {
  readonly open?: true;
  readonly data?: string;
  readonly close?: true;
}

export interface Bridge {
  readonly connect: (onMessage: (message: BridgeMessage) => void) => { send: (data: string) => void; close: () => void };
}

/** A WebSocket constructor over `bridge`; the address it is given is ignored. */
export function ipcWebSocket(bridge: Bridge): typeof WebSocket {
  class IpcWebSocket extends EventTarget {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readonly OPEN = 1; // tRPC reads it from the socket itself
    readyState = 0;
    binaryType = 'arraybuffer';
    readonly #link: ReturnType<Bridge['connect']>;

    constructor(_address: string) {
      super();
      this.#link = bridge.connect(({ open, data, close }) => {
        if (open) {
          this.readyState = 1;
          this.dispatchEvent(new Event('open'));
        }
        if (data !== undefined) this.dispatchEvent(new MessageEvent('message', { data }));
        if (close) this.#end();
      });
    }

    send(data: string): void {
      this.#link.send(data);
    }

    close(): void {
      if (this.readyState >= 2) return;
      this.readyState = 2;
      this.#link.close();
      queueMicrotask(() => this.#end());
    }

    #end(): void {
      if (this.readyState === 3) return;
      this.readyState = 3;
      this.dispatchEvent(new Event('close'));
    }
  }
  return IpcWebSocket as unknown as typeof WebSocket; // the part of the interface that tRPC uses
}
