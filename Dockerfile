# syntax=docker/dockerfile:1
# The bot alone, built ahead: no sources, no emulator, no development packages, no root.

FROM node:22-bookworm-slim AS build
WORKDIR /opt/irm-alerts-bot
COPY package.json package-lock.json .npmrc ./
# No package script runs, here or anywhere else: nothing needs one, and one of them would download.
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY src ./src
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts \
  && rm -rf dist/emulator

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    DATA_DIR=/var/lib/irm-alerts-bot
# The embedded store refuses a directory that others may read.
RUN install -d -o node -g node -m 0700 /var/lib/irm-alerts-bot
WORKDIR /opt/irm-alerts-bot
# Copied after its sources and never written again, so dist is newer than everything it was built from.
COPY --from=build /opt/irm-alerts-bot/package.json ./
COPY --from=build /opt/irm-alerts-bot/node_modules ./node_modules
COPY --from=build /opt/irm-alerts-bot/dist ./dist
COPY cards ./cards
USER node
VOLUME /var/lib/irm-alerts-bot
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so it gets SIGTERM and can hand its work back; give it more than 10 seconds.
CMD ["node", "dist/main.js"]
