# One image for the three processes; compose.yaml says which of them a container runs.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-save --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-save --no-audit --no-fund

FROM node:20-slim
# what makes telephone audio of uploads, and what says texts
RUN apt-get update && apt-get install --yes --no-install-recommends sox libsox-fmt-mp3 espeak-ng && rm -rf /var/lib/apt/lists/*
# young garbage is collected a quarter as often, so that fewer answers wait for it (docs/adr/0011)
ENV NODE_ENV=production NODE_OPTIONS=--max-semi-space-size=64
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/tenants tenants
# made here so that the volumes mounted over them belong to the user that sweeps them
RUN install -d -o node -g node /var/spool/seatline/cdr /var/spool/seatline/recordings /var/lib/seatline/recordings /var/lib/seatline/tenant-sounds
USER node
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
