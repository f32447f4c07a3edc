// A TCP relay to the emulator that can be unplugged, so that a connection is refused at a chosen moment.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface UnpluggableProxy {
  url: string;
  /** Ends open connections and refuses new ones. */
  unplug(): Promise<void>;
  plugIn(): Promise<void>;
}

export async function startProxy(targetUrl: string): Promise<UnpluggableProxy> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(Number(target.port), target.hostname);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    }
    incoming.pipe(outgoing).pipe(incoming);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    plugIn: () => (server.listening ? Promise.resolve() : listen(port)),
    async unplug() {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
