<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${msg("apiKeysMailLeakBody")}</p>
<table>
<tr><td>${msg("apiKeysMailName")}</td><td>${apiKey.name}</td></tr>
<tr><td>${msg("apiKeysMailKey")}</td><td><code>${apiKey.display}</code></td></tr>
<tr><td>${msg("apiKeysMailClient")}</td><td>${apiKey.client}</td></tr>
<tr><td>${msg("apiKeysMailLeaked")}</td><td>${apiKey.moment}</td></tr>
</table>
<p>${msg("apiKeysMailLeakHint")}</p>
<#if link??>
<p><a href="${link}">${msg("apiKeysMailLink")}</a></p>
</#if>
</@layout.emailLayout>
