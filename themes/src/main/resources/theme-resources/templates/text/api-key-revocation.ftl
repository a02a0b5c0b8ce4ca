<#ftl output_format="plainText">
${msg("apiKeysMailRevocationBody")}

${msg("apiKeysMailName")}: ${apiKey.name}
${msg("apiKeysMailKey")}: ${apiKey.display}
${msg("apiKeysMailClient")}: ${apiKey.client}
${msg("apiKeysMailRevoked")}: ${apiKey.moment}

${msg("apiKeysMailRevocationHint")}
<#if link??>

${msg("apiKeysMailLink")}: ${link}
</#if>
